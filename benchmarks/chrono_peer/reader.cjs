// Reads articles with chrono-node: a line of JSON in, a line with the seconds of processor time out
// (see contestants.py). The processor time is the whole process's, its collector and compiler
// included. chrono-node is found by NODE_PATH.
const chrono = require("chrono-node");
const readline = require("node:readline");

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { articles } = JSON.parse(line);
  const started = process.cpuUsage();
  let found = 0;
  for (const { text, published } of articles) {
    const reference = new Date(published ?? "2024-02-21");
    found += chrono.parse(text, reference).length;
  }
  const { user, system } = process.cpuUsage(started);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, found, "peak MB": peak }));
});
