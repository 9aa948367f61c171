// CPU time, wall time and memory of this process, printed as one line of JSON.
export async function measure(list) {
  const before = process.memoryUsage.rss();
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const { count, total } = await list();
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    JSON.stringify({
      files: count,
      check: total,
      cpu_us_per_file: (user + system) / Math.max(count, 1),
      wall_s: (performance.now() - wall) / 1000,
      growth_mb: (process.resourceUsage().maxRSS * 1024 - before) / 1048576,
    }),
  );
}
