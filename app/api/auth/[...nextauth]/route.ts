import { handleAuth } from "@/lib/platform/auth";

export const GET = handleAuth;
export const POST = handleAuth;
