// Given to the app's process: its standard input is a pipe from the start script, which closes when that one is gone,
// however it went. Without this, `kill -9` of the start script would leave an app behind.
process.stdin.resume();
process.stdin.once("close", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 5_000).unref();
});
process.stdin.unref?.();
