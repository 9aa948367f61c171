// Lists the projects of an account, and shows what the first one has used in the last 30 days, as lines
// of a terminal.
//
//     node usage-chart.mjs
//
// The token of the account comes from UPLOADCARE_ACCOUNT_TOKEN.

import { exit } from 'node:process';
import { AccountClient, UploadcareError } from 'uploadcare-sdk';

const DAY = 86_400_000;
const BARS = '▁▂▃▄▅▆▇█';

function sparkline(values) {
  const most = Math.max(1, ...values);
  return values.map((value) => BARS[Math.floor((value / most) * (BARS.length - 1))]).join('');
}

try {
  const { projects, usage } = new AccountClient();
  const all = await projects.list();
  for (const { name, pubKey } of all) console.log(pubKey, name);
  const [project] = all;
  if (project === undefined) {
    console.error('the account has no project');
    exit(1);
  }
  console.log(`\nWhat ${project.name} has used`);

  // The day after the last one, which is over.
  const end = new Date(Date.now() - DAY);
  const { rows } = await usage.get(project.pubKey, new Date(end.getTime() - 30 * DAY), end);
  for (const metric of ['traffic', 'storage', 'operations']) {
    const own = rows.filter((row) => row.metric === metric);
    const values = own.map(({ value }) => value);
    const most = `most ${Math.max(0, ...values)} ${own[0]?.unit ?? ''}`;
    console.log(`${metric.padStart(10)} ${sparkline(values)}  ${most}`);
  }
} catch (error) {
  if (!(error instanceof UploadcareError)) throw error;
  console.error(`${error.name}: ${error.message}`);
  exit(1);
}
