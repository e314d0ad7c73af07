// Finds times with chrono-node: a line of JSON in (text, published), a line of JSON out: the spans
// and their TIMEX3 values, as fine as chrono is certain of. chrono-node is found by NODE_PATH.
const chrono = require("chrono-node");
const readline = require("node:readline");

const padded = (number, width) => String(number).padStart(width, "0");

function value(parts) {
  const year = padded(parts.get("year"), 4);
  if (!parts.isCertain("day") && !parts.isCertain("weekday") && !parts.isCertain("hour")) {
    const month = `${year}-${padded(parts.get("month"), 2)}`;
    return parts.isCertain("month") || !parts.isCertain("year") ? month : year;
  }
  const day = `${year}-${padded(parts.get("month"), 2)}-${padded(parts.get("day"), 2)}`;
  if (!parts.isCertain("hour")) return day;
  return `${day}T${padded(parts.get("hour"), 2)}:${padded(parts.get("minute"), 2)}`;
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { text, published } = JSON.parse(line);
  const [year, month, day] = published.split("-").map(Number);
  const reference = new Date(year, (month || 1) - 1, day || 1, 12);
  const found = chrono.parse(text, reference).map((each) => ({
    // offsets of UTF-16 code units become those of code points
    start: [...text.slice(0, each.index)].length,
    end: [...text.slice(0, each.index + each.text.length)].length,
    value: value(each.start),
  }));
  console.log(JSON.stringify(found));
});
