import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import test from 'node:test';
import { inspect } from 'node:util';
import {
  AccountClient,
  Transformation,
  Uploadcare,
  UploadcareError,
  WebhookReceiver,
} from 'uploadcare-sdk';
import {
  bases,
  collect,
  control,
  createAccount,
  fixtures,
  origin,
  Project,
  root,
} from './support.mjs';

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(change));

/** Members whose keys are not ours. */
const MAPS = new Set([
  'metadata',
  'variations',
  'converted_groups',
  'convertedGroups',
  'fieldErrors',
  'headers',
]);

/** An object with its names respelled, to any depth. */
function respelled(value, spell) {
  if (Array.isArray(value)) return value.map((item) => respelled(item, spell));
  if (!isObject(value)) return value;
  return mapped(value, ([name, member]) => [
    spell(name),
    MAPS.has(name) ? member : respelled(member, spell),
  ]);
}

const named = (options = {}) => respelled(options, camel);

/** A result as the cases spell it; what this version does not know is left out. */
function observed(result) {
  const { value } = JSON.parse(JSON.stringify({ value: result }), (name, member) =>
    name === 'extra' ? undefined : member,
  );
  return respelled(value, snake);
}

const observedJob = (job) => ({ ...observed(job), text: job.save() });

/** What each kind of result is observed as. */
const outcomes = {
  nothing: (result) => {
    assert.equal(result, undefined);
    return {};
  },
  job: observedJob,
  jobs: ({ jobs, problems }) => ({ jobs: jobs.map(observedJob), problems: observed(problems) }),
  list: async (list, { take, backward }) => {
    const walk = backward ? list.backward() : list;
    const items = await collect(walk, take);
    const ids = items.map(({ uuid, id }) => uuid ?? id);
    return { count: items.length, ids, items: observed(items), cursor: walk.cursor() };
  },
  model: observed,
  value: (value) => ({ value: observed(value) }),
};

function outcome(result) {
  if (result in outcomes) return outcomes[result];
  if (result.startsWith('list of ')) return outcomes.list;
  return /^[A-Z]\w+$/.test(result) && result !== 'String' ? outcomes.model : outcomes.value;
}

const defined = JSON.parse(
  readFileSync(join(root, 'tests/cases/operations/operations.json'), 'utf8'),
);

/** Calls any operation of the core by its name. */
async function generic(client, { op, args, options, ...call }) {
  const [part, method] = op.split('.').map(camel);
  const { parameters, has_options, result } = defined[op];
  const given = parameters.map(({ name }) => args[name]);
  if (has_options) given.push(named(options));
  return outcome(result)(await client[part][method](...given), call);
}

/** Operations on images, one after the other. */
function built({ steps }) {
  const apply = (transformation, { op, args = {}, options = {} }) => {
    const given = defined[`transformation.${op}`].parameters.map(({ name }) => args[name]);
    return transformation[camel(op)](...given, named(options));
  };
  return { value: steps.reduce(apply, new Transformation()).toString() };
}

/** Of an account, not of a project. */
const isOfAccount = ({ op }) => /^(projects|secrets|usage)\./.test(op);

/** The signers that a case can name. */
function signerOf(what, publicKey) {
  switch (what) {
    case 'backend':
      return async ({ stringToSign }, { signal }) => {
        const body = JSON.stringify({ string_to_sign: stringToSign });
        const url = `${origin}/_control/projects/${publicKey}/sign`;
        return (await (await fetch(url, { method: 'POST', body, signal })).json()).signature;
      };
    case 'failing':
      return () => {
        throw new Error('no signature today');
      };
    case 'wrong':
      return () => 'not-a-signature';
    case 'other':
      return async () => '0'.repeat(40);
    case 'slow':
      return (_, { signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', reject));
    default:
      return undefined;
  }
}

/** An event as the cases write it. */
function told({ kind, status, error }) {
  const more = kind === 'response' ? status : error?.kind;
  return (more ?? null) === null ? kind : `${kind}:${more}`;
}

/** Makes a call: on the client, on one with options of the call's own, or explained. */
async function made(client, { with: options, explain, op, ...args }) {
  const chosen = options === undefined ? client : client.withOptions(named(options));
  const isGeneric = args.args !== undefined && op in defined;
  const make = (asked) =>
    isGeneric ? generic(asked, { op, ...args }) : operations[op](asked, args);
  return explain === undefined
    ? await make(chosen)
    : observed(await chosen.explain(make, named(explain)));
}

function listed(client, options, backward) {
  const list = client.files.list(named(options));
  return backward ? list.backward() : list;
}

const operations = {
  client: (client) => ({
    public_key: client.publicKey,
    api_base: client.apiBase,
    upload_base: client.uploadBase,
    cdn_base: client.cdnBase,
  }),
  control: async (_, { method, path, body }) => {
    const anyStatus = { includes: () => true };
    return await control(method, path, body, anyStatus);
  },
  'files.list': async (client, { options, take, backward }) => {
    const list = listed(client, options, backward);
    const files = await collect(list, take);
    return {
      ...ends(files),
      distinct: new Set(files.map((f) => f.uuid)).size,
      cursor: list.cursor(),
    };
  },
  'files.pages': async (client, { options, moves, take, backward }) => {
    const pages = listed(client, options, backward).pages();
    const given = moves === undefined ? await collect(pages, take) : [];
    const seen = given.map(observedPage);
    for (const move of moves ?? []) {
      seen.push(observedPage(await (move === 'next' ? pages.nextPage() : pages.previousPage())));
    }
    return { pages: seen, cursor: pages.cursor() };
  },
  'files.delete_listed': async (client, { bad }) => {
    const given = (await collect(client.files.list())).map(({ uuid }) => uuid);
    const places = Object.entries(bad).sort(([one], [other]) => one - other);
    for (const [place, text] of places) given.splice(Number(place), 0, text);
    const result = await client.files.deleteMany(given);
    const isInOrder = (ids) => {
      const found = ids.map((id) => given.indexOf(id));
      return found.every((at, index) => at >= 0 && (index === 0 || found[index - 1] < at));
    };
    return {
      given: given.length,
      deleted: result.files.length,
      problems: result.problems,
      failures: result.failures.length,
      not_tried: result.notTried.length,
      is_in_order:
        isInOrder(result.files.map(({ uuid }) => uuid)) &&
        isInOrder(result.problems.map(({ source }) => source)),
    };
  },
  'transformation.build': async (_, { args }) => built(args),
  'delivery.download': async (client, { args, options }) => {
    const bytes = await client.delivery.download(args.file, named(options));
    const text = bytes.toString();
    const isText = bytes.length <= 200 && Buffer.from(text).equals(bytes);
    return { size: bytes.length, ...(isText ? { text } : {}) };
  },
  'delivery.save': async (client, { args, options, folder }) => {
    const target = args.path === undefined ? folder : join(folder, args.path);
    const file = await client.delivery.save(args.file, target, named(options));
    return { size: file.size, content_type: file.contentType, name: basename(file.path) };
  },
  'receiver.receive': async (_, { args: { secrets, body, signature } }) =>
    observed(new WebhookReceiver(secrets).receive(Buffer.from(body), signature)),
  'receiver.verify': async (_, { args: { secrets, body, signature } }) => {
    new WebhookReceiver(secrets).verify(Buffer.from(body), signature);
    return {};
  },
  'job.status': async (client, { job }) => observed(await client.jobs.open(job).status()),
  'job.wait': async (client, { job, options }) => {
    const states = [];
    const progress = ({ state }) => states.push(state);
    const status = await client.jobs.open(job).wait({ ...named(options), progress });
    return { status: observed(status), states };
  },
  'files.get': async (client, { uuid, options }) =>
    observedFile(await client.files.get(uuid, named(options))),
  'uploads.upload': async (client, { source, options }) => {
    const content = source.path ?? Buffer.from(source.text ?? new Uint8Array(source.size));
    const file = await client.uploads.upload(content, named(options));
    return { uuid: file.uuid, original_filename: file.originalFilename, size: file.size };
  },
};

function ends(files) {
  const name = (file) => file?.originalFilename ?? null;
  return { count: files.length, first: name(files[0]), last: name(files.at(-1)) };
}

function observedPage(page) {
  if (page === null) return null;
  return {
    ...ends(page.results),
    total: page.total,
    per_page: page.perPage,
    has_next: page.next !== null,
    has_previous: page.previous !== null,
  };
}

function observedFile(file) {
  const image = file.contentInfo?.image;
  return {
    uuid: file.uuid,
    original_filename: file.originalFilename,
    size: file.size,
    mime_type: file.mimeType,
    is_image: file.isImage,
    is_ready: file.isReady,
    is_stored: file.datetimeStored !== null,
    is_removed: file.datetimeRemoved !== null,
    datetime_uploaded: file.datetimeUploaded,
    has_original_file_url: file.originalFileUrl !== null,
    image_format: image?.format ?? null,
    image_width: image?.width ?? null,
    image_height: image?.height ?? null,
    color_mode: image?.colorMode ?? null,
    orientation: image?.orientation ?? null,
    datetime_original: image?.datetimeOriginal ?? null,
    latitude: image?.geoLocation?.latitude ?? null,
    metadata: file.metadata,
    tags: file.tags,
    has_appdata: file.appdata !== null,
    extra: file.extra ?? {},
  };
}

/** Runs a case in a fresh folder of its own. */
async function inFolder(example) {
  const folder = mkdtempSync(join(tmpdir(), 'uploadcare-case-'));
  try {
    await run(example, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every member of `wanted` is in `found`, at any depth of objects; lists match item by item. */
function matches(found, wanted, where) {
  if (Array.isArray(wanted)) {
    assert.equal(found?.length, wanted.length, `${where}: ${inspect(found)}`);
    for (const [at, item] of wanted.entries()) matches(found[at], item, `${where}[${at}]`);
  } else if (wanted !== null && typeof wanted === 'object') {
    for (const [name, value] of Object.entries(wanted))
      matches(found?.[name], value, `${where}.${name}`);
  } else {
    assert.equal(found, wanted, where);
  }
}

function matchesError(error, wanted, secretKey) {
  assert.ok(error instanceof UploadcareError, inspect(error));
  const found = Object.fromEntries(
    Object.entries(error.toJSON()).map(([name, value]) => [snake(name), value]),
  );
  if (error.parameter !== undefined) found.parameter = snake(error.parameter);
  const { message = '', ...members } = wanted;
  matches(found, members, 'error');
  const isIn = [message, camel(message)].some((text) => error.message.includes(text));
  assert.ok(isIn, `${error.message} lacks ${message}`);
  for (const text of [String(error), inspect(error, { depth: 9 }), JSON.stringify(error)]) {
    assert.ok(!secretKey || !text.includes(secretKey), 'the secret key shows');
  }
}

async function run(example, folder) {
  const token = example.account ? await createAccount() : undefined;
  let project;
  let isSeeded = false;
  if (example.project === undefined) {
    project = await Project.create(undefined, token);
  } else {
    isSeeded = (await control('POST', 'projects', example.project, [409])).status === 409;
    project = new Project(example.project);
  }
  if (!isSeeded) for (const seed of [example.seed ?? []].flat()) await project.seed(seed);
  for (const fault of example.faults ?? []) await project.fault(fault);
  if (example.clock_offset !== undefined) {
    const { publicKey } = project;
    await control('POST', 'clock', { public_key: publicKey, offset_seconds: example.clock_offset });
  }
  const { publicKey, secretKey } = project;
  const known = {
    origin,
    public_key: publicKey,
    secret_key: secretKey,
    fixtures,
    account_token: token,
  };
  const filled = (value) =>
    JSON.parse(JSON.stringify(value), (_, item) => {
      if (typeof item !== 'string') return item;
      const whole = /^\$\{(\w+)\}$/.exec(item);
      if (whole) return known[whole[1]];
      return item.replace(/\$\{(\w+)\}/g, (all, name) => known[name] ?? all);
    });
  const changes = Object.entries(named(filled(example.client ?? {})));
  const settings = { publicKey, secretKey, ...bases, maxRetries: 0 };
  for (const [name, value] of changes) {
    if (value === null) delete settings[name];
    else settings[name] = value;
  }
  if (settings.signer !== undefined) {
    settings.signer = signerOf(settings.signer, settings.publicKey);
    delete settings.secretKey;
  }
  const events = [];
  settings.onEvent = (event) => events.push(told(event));
  let client;
  let account;
  const asked = (call) => {
    if (isOfAccount(call)) {
      const { publicKey, secretKey, signer, uploadCredential, ...others } = settings;
      account ??= new AccountClient({ token, ...others });
      return account;
    }
    client ??= new Uploadcare(settings);
    return client;
  };
  const claimed = settings.publicKey;
  const logged = async () =>
    (await control('GET', `requests?public_key=${encodeURIComponent(claimed)}&settled=true`)).body
      .requests;

  for (const { call, expect, save = {} } of example.steps) {
    const wanted = filled(expect);
    const isCounted = wanted.http !== undefined || wanted.http_count !== undefined;
    const before = isCounted ? (await logged()).length : 0;
    let result;
    let error;
    events.length = 0;
    try {
      result = await made(asked(call), { ...filled(call), folder });
    } catch (thrown) {
      error = thrown;
    }
    if (wanted.error !== undefined) matchesError(error, wanted.error, settings.secretKey);
    else if (error !== undefined) throw error;
    else matches(result, wanted.result ?? {}, 'result');
    if (wanted.events !== undefined) assert.deepEqual(events, wanted.events);
    const sent = isCounted ? (await logged()).slice(before) : [];
    if (wanted.http !== undefined) {
      const lines = sent.map(
        ({ method, path, query }) => `${method} ${path}${query ? `?${query}` : ''}`,
      );
      assert.deepEqual(lines, wanted.http);
    }
    if (wanted.http_count !== undefined) {
      const counts = {};
      for (const { method, route } of sent) {
        const name = `${method} ${route}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      assert.deepEqual(counts, wanted.http_count);
    }
    for (const [name, path] of Object.entries(save)) {
      known[name] = path.split('.').reduce((value, member) => value[member], result);
    }
  }
}

const folders = ['tests/cases', 'tests/cases/generated'].map((folder) => join(root, folder));
for (const folder of folders.filter((path) => existsSync(path))) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    test(file, { concurrency: 8 }, async (t) => {
      const examples = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      await Promise.all(examples.map((example) => t.test(example.name, () => inFolder(example))));
    });
  }
}
