import { createWriteStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Readable as NodeReadable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  AccountClient,
  type AccountClientOptions,
  type AccountProject,
  type AppData,
  type BatchResult,
  type CallEvent,
  type CallEventKind,
  type Callbacks,
  type CallOptions,
  type ClientOptions,
  ContentMismatchError,
  type ConversionBatch,
  type Day,
  type Delivery,
  type DeliveryHosts,
  DestinationError,
  type Download,
  type DownloadedFile,
  type DownloadInfo,
  type DownloadProgress,
  type DownloadRunOptions,
  type DownloadStream,
  type ErrorCode,
  type ErrorInfo,
  type ExplainedRequest,
  type ExplainOptions,
  type FileInfo,
  type FileReference,
  type Files,
  type GroupInfo,
  type GroupReference,
  InvalidSignatureError,
  type ItemList,
  type Job,
  type JobInfo,
  type JobStatus,
  type JobWaitOptions,
  type Json,
  type Length,
  NotFoundError,
  type Page,
  type PrepareOptions,
  type SaveOptions,
  type SignedUrl,
  type Signer,
  SignerError,
  type SigningContext,
  type SigningRequest,
  Transformation,
  type TransformationLike,
  type Upload,
  Uploadcare,
  UploadcareError,
  UploadClient,
  type UploadClientOptions,
  type UploadCredential,
  type UploadCredentialProvider,
  type UploadedFile,
  UploadLostError,
  type UploadManyResult,
  type UploadProgress,
  type UploadRunOptions,
  type UploadSignature,
  type UploadSource,
  type Usage,
  WaitTimeoutError,
  type Webhook,
  type WebhookDelivery,
  WebhookReceiver,
} from 'uploadcare-sdk';
import {
  type EmulatorAccount,
  type EmulatorProject,
  type Fault,
  type FaultResponse,
  type RateLimit,
  startEmulator,
} from 'uploadcare-sdk/testing';

export async function uses(signal: AbortSignal): Promise<void> {
  const client = new Uploadcare({ publicKey: 'a', secretKey: 'b', authScheme: 'simple' });
  const list: ItemList<FileInfo> = client.files.list({
    limit: 10,
    ordering: '-datetime_uploaded',
    startingFrom: '2024-01-01T00:00:00Z',
    signal,
  });
  for await (const file of list) {
    const size: number = file.size;
    const uploaded: Date = new Date(file.datetimeUploaded);
    const width: number | undefined = file.contentInfo?.image?.width;
    const value: Json | undefined = file.extra?.['new_field'];
    // @ts-expect-error it is absent if there is nothing in it
    console.log(file.extra['new_field']);
    const metadata: Record<string, string> = file.metadata;
    console.log(size, uploaded, width, value, metadata);
  }
  for await (const page of list.pages()) {
    const [first]: FileInfo[] = page.results;
    const total: number = page.total;
    for (const file of page) console.log(file.uuid, first, total, page.totals?.stored);
  }
  const page: Page<FileInfo> | null = await list.pages().previousPage();
  const cursor: string = list.backward().cursor();
  const options: CallOptions = { signal };
  const uploaded = await client.uploads.upload(new Uint8Array(4), { ...options, tags: ['a'] });
  await client.uploads.upload('photo.jpg');
  console.log(page, cursor, uploaded.uuid);
  try {
    await client.files.get(uploaded.uuid, options);
  } catch (error) {
    if (error instanceof NotFoundError) {
      const kind: 'not_found' = error.kind;
      console.log(kind);
    } else if (error instanceof UploadcareError) {
      const status: number | undefined = error.status;
      console.log(error.kind === 'throttled', status, error.fieldErrors['name']?.[0]);
    }
  }
  await using emulator = await startEmulator();
  console.log(emulator.client().apiBase);

  // @ts-expect-error: a misspelt option
  client.files.list({ limt: 10 });
  // @ts-expect-error: a wrong type
  client.files.list({ limit: '10' });
  // @ts-expect-error: no upload without content
  client.uploads.upload(5);
}

export async function manages(client: Uploadcare, signal: AbortSignal): Promise<void> {
  const files: Files = client.files;
  const found: ItemList<FileInfo> = files.search({
    tags: { any: ['cat'] },
    size: { gt: 5 },
    sort: ['-size'],
    signal,
  });
  const uploaded = await client.uploads.upload('photo.jpg');
  const url = new URL('https://ucarecdn.com/');
  const mixed: FileReference[] = ['text', url, uploaded, { uuid: 'x' }];
  for await (const file of found) mixed.push(file);
  const result: BatchResult = await files.deleteMany(new Set(mixed), { concurrency: 2, signal });
  console.log(result.problems[0]?.message, result.failures[0]?.error.kind);
  const values: Record<string, string> = await client.metadata.all(uploaded);
  const tags: string[] = (await client.tags.replace(uploaded, new Set(['a']))).added;
  const group: GroupInfo = await client.groups.get(url);
  const same: GroupReference = group;
  const removed: Array<FileInfo | null> = group.files;
  await client.groups.delete(same);
  const hook: Webhook = await client.webhooks.create('https://example.com/', 'file.stored');
  console.log(values, tags, removed, hook.signingSecret);
  const path: string = client.conversion.documentPath(uploaded, { format: 'pdf' });
  const batch: ConversionBatch = await client.conversion.convertDocuments([path]);
  const job: Job = batch.jobs[0] ?? (await client.addons.scanForViruses(uploaded));
  const info: JobInfo = job;
  const waiting: JobWaitOptions = {
    timeout: 5,
    progress: ({ state }) => console.log(state),
    signal,
  };
  const last: JobStatus = await client.jobs.open(job.save()).wait(waiting);
  for await (const { state, error } of job.updates({ interval: 2 })) console.log(state, error);
  const appdata: AppData | null = (await files.get(url, { includeAppdata: true })).appdata;
  const infected: boolean | undefined = appdata?.ucClamavVirusScan?.data.infected;
  console.log(info, last, infected, new WaitTimeoutError('x').kind === 'wait_timeout');

  // @ts-expect-error: a file that was never made
  files.get(last);
  // @ts-expect-error: a group is no file
  files.get(group);
  // @ts-expect-error: one tag is no list of tags
  client.tags.replace(uploaded, 'cat');
  // @ts-expect-error: one file is no list of files
  files.deleteMany('21975c81-7f57-4c7a-aef9-acfe28779f78');
  // @ts-expect-error: a misspelt option in an option
  files.search({ tags: { some: ['cat'] } });
}

export async function uploads(signal: AbortSignal, handle: FileHandle): Promise<void> {
  const onProgress = ({ sentBytes, totalBytes, file }: UploadProgress): void => {
    const total: number | null = totalBytes;
    console.log(sentBytes, total, file?.uuid);
  };
  const run: UploadRunOptions = { signal, onProgress };
  const prepare: PrepareOptions = { size: 5, stateFile: 'a', onLost: 'fail', partSize: 5_242_880 };
  const client = new Uploadcare({ publicKey: 'a', uploadCredential: 'a.b.c' });
  const file: UploadedFile = await client.uploads.upload('photo.jpg', { ...prepare, ...run });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(1);
  }
  const readable: NodeReadable = NodeReadable.from(pieces());
  const sources: UploadSource[] = [
    new URL('file:///a'),
    new ArrayBuffer(1),
    new Uint8Array(1),
    Buffer.from('x'),
    new Blob(['x']),
    new File(['x'], 'x.txt'),
    handle,
    readable,
    NodeReadable.toWeb(readable),
    new Blob(['x']).stream(),
    pieces(),
    [new Uint8Array(1), Buffer.from('x')],
    file,
    await client.files.get(file),
  ];
  for (const source of sources) await client.uploads.upload(source);
  const upload: Upload = client.uploads.prepare(readable, prepare);
  for await (const progress of upload) onProgress(progress);
  const again: Upload = client.uploads.resume(upload.save(), 'photo.jpg', { signal });
  again.pause();
  again.resume();
  console.log(again.progress.sentParts, await again.run(run));
  const many: UploadManyResult = await client.uploads.uploadMany(['a', Buffer.from('x')], {
    fileConcurrency: 2,
    signal,
  });
  console.log(many.files[0]?.size, many.failures[0]?.error.kind, many.notTried);

  const signature: UploadSignature = client.uploads.createSignature({ lifetime: 5 });
  const provider: UploadCredentialProvider = async ({ signal }) => {
    signal.throwIfAborted();
    return client.uploads.createToken({ operations: 1 }).token;
  };
  const settings: UploadClientOptions = { publicKey: 'a', uploadCredential: provider };
  const credentials: UploadCredential[] = ['a', signature];
  const others = [
    new UploadClient(settings),
    new UploadClient({ uploadCredential: signature, timeout: 5 }),
    new UploadClient({ uploadCredential: Promise.resolve('a') }).withOptions({ timeout: 5 }),
    client.uploadClient(),
  ];
  for (const other of others) await other.uploads.upload('photo.jpg');
  const job: Job = await client.uploads.fromUrl('https://example.com/a.jpg', { store: true });
  console.log(credentials, (await job.wait()).doneBytes);
  try {
    await again.run();
  } catch (error) {
    if (error instanceof UploadLostError || error instanceof ContentMismatchError) {
      const code: ErrorCode | undefined = error.code;
      console.log(code === 'FileNotFoundError');
    }
  }

  // @ts-expect-error: pieces of text are no bytes
  client.uploads.upload(['text']);
  // @ts-expect-error: several files cannot be streams
  client.uploads.uploadMany([readable]);
  // @ts-expect-error: a client for uploads holds no secret key
  new UploadClient({ secretKey: 'b' });
  // @ts-expect-error: and lists nothing
  others[0]?.files;
  // @ts-expect-error: a misspelt member of the progress
  await client.uploads.upload('a', { onProgress: ({ sent }) => console.log(sent) });
}

export async function delivers(client: Uploadcare, signal: AbortSignal): Promise<void> {
  const share = 40;
  const lengths: Length[] = [100, '50%', '33.5%', `${share}%`];
  const square: Transformation = new Transformation()
    .preview({ width: 200, height: 200 })
    .crop('50%', 100, { x: 0, y: '5%' })
    .rotate(90)
    .borderRadius(new Set(lengths), { vertical: ['30%'] });
  const chain: string = square.chain + square.toString() + String(square.isEmpty);
  const likes: TransformationLike[] = [square, '-/flip/', new Transformation('-/flip/')];
  const delivery: Delivery = client.delivery;
  const same: boolean = square.equals(new Transformation(square));
  for (const transformation of likes) console.log(delivery.url('x', { transformation }), same);
  const hosts: DeliveryHosts = delivery.hosts();
  const token: SignedUrl = delivery.verifySignedUrl(delivery.signedUrl(chain, { lifetime: 5 }));
  const bytes: Buffer = await delivery.download('x', { transformation: square, signal });
  const stream: DownloadStream = await delivery.downloadStream(new URL('https://a.test/'), {
    signal,
  });
  const readable: NodeReadable = stream;
  const info: DownloadInfo = stream.info;
  await pipeline(stream, createWriteStream('x'));
  const options: SaveOptions & DownloadRunOptions = {
    overwrite: true,
    signal,
    onProgress: ({ receivedBytes, totalBytes }: DownloadProgress) =>
      console.log(receivedBytes / (totalBytes ?? 1)),
  };
  const saved: DownloadedFile = await delivery.save('x', new URL('file:///tmp/'), options);
  const download: Download = delivery.prepareSave({ uuid: 'x' }, '/tmp/', { signal });
  for await (const { file } of download) console.log(file?.path, download.progress.receivedBytes);
  console.log(hosts.prefix, token.expiresAt, bytes.length, readable.destroyed, info.size, saved);
  const derived = client.withOptions({ rewriteUrls: true, deliverySecrets: ['ab'] });
  try {
    await derived.delivery.faces(saved.path);
  } catch (error) {
    if (error instanceof DestinationError || error instanceof InvalidSignatureError) {
      const kind: 'destination' | 'invalid_signature' = error.kind;
      console.log(kind);
    }
  }

  // @ts-expect-error: a text that is no length
  square.crop('wide', 5);
  // @ts-expect-error: it never changes
  square.chain = '';
  // @ts-expect-error: a misspelt option
  square.preview({ widht: 5, height: 5 });
  // @ts-expect-error: a number of degrees
  square.rotate('90');
  // @ts-expect-error: neither a transformation nor its text
  delivery.url('x', { transformation: 5 });
  // @ts-expect-error: some object
  delivery.url('x', { transformation: { text: '-/flip/' } });
  // @ts-expect-error: nowhere to save it
  await delivery.save('x');
  // @ts-expect-error: an upload, not a download
  await delivery.save('x', 'y', { onProgress: ({ sentBytes }) => console.log(sentBytes) });
}

export function receives(
  body: Uint8Array,
  headers: Record<string, string | string[] | undefined>,
): WebhookDelivery {
  const receiver = new WebhookReceiver(['a', 'b']);
  new WebhookReceiver('a').verify(new ArrayBuffer(5), null);
  const name: 'X-Uc-Signature' = WebhookReceiver.SIGNATURE_HEADER;
  const delivery = receiver.receive(body, headers[name.toLowerCase()]);
  const uuid: string | undefined = delivery.data?.uuid;
  console.log(delivery.hook.event === 'file.stored', uuid);

  // @ts-expect-error: a text has lost the bytes
  receiver.receive('{}', 'v1=');
  // @ts-expect-error: so has what was parsed
  receiver.receive({ hook: {} }, 'v1=');
  // @ts-expect-error: no secret
  new WebhookReceiver();
  return delivery;
}

export async function accounts(signal: AbortSignal): Promise<void> {
  const options: AccountClientOptions = { token: 'a', timeout: 5, onEvent: console.log };
  const client: AccountClient = new AccountClient(options).withOptions({ timeout: 6 });
  const [project]: AccountProject[] = await client.projects.list({ limit: 5, signal });
  const days: [Day, Day] = ['2026-11-01', new Date()];
  const usage: Usage = await client.usage.get(project?.pubKey ?? '', ...days, { signal });
  const { unit } = await client.usage.metric('x', 'traffic', ...days);
  const { secret } = await client.secrets.create('x');
  console.log(usage.rows[0]?.value, unit, secret, new AccountClient().apiBase);

  // @ts-expect-error: it has no files
  client.files;
  // @ts-expect-error: nor keys
  new AccountClient({ publicKey: 'a' });
  // @ts-expect-error: and a project has no projects
  new Uploadcare().projects;
  // @ts-expect-error: a day is no number
  client.usage.get('x', 5, 6);
}

export async function calls(signal: AbortSignal): Promise<void> {
  const signer: Signer = async (request: SigningRequest, context: SigningContext) => {
    const given: string = request.stringToSign + request.bodyMd5 + request.contentType;
    const answer = await fetch('https://example.com/sign', {
      method: 'POST',
      body: given,
      signal: context.signal,
    });
    return await answer.text();
  };
  const atOnce: Signer = ({ method, target, date }) => `${method} ${target} ${date}`;
  const onEvent = (event: CallEvent): void => {
    const kind: CallEventKind = event.kind;
    const status: number | null = event.status;
    const error: ErrorInfo | null = event.error;
    const { call, attempt, elapsed, wait, host, path, method } = event;
    console.log(kind === 'retry', status, error?.kind, call, attempt, elapsed, wait, host);
    console.log(path, method, event.requestId, event.sentBytes, event.receivedBytes);
  };
  const callbacks: Callbacks = { signer, onEvent };
  const client = new Uploadcare({ publicKey: 'a', ...callbacks });
  const other = new Uploadcare({ publicKey: 'a', signer: atOnce, onEvent: async () => undefined });
  const changes: ClientOptions = {
    timeout: 5,
    maxRetries: 0,
    maxRetryWait: 10,
    maxRate: 5.5,
    maxConcurrency: 4,
  };
  const brief: Uploadcare = other.withOptions(changes).withOptions({ readTimeout: 2 });
  const options: ExplainOptions & CallOptions = { redact: true, signal };
  const shown: ExplainedRequest = await brief.explain(({ files }) => files.list(), options);
  const headers: Record<string, string> = shown.headers;
  const body: string | null = shown.body;
  console.log(shown.method, shown.url, shown.curl, headers['authorization'], body);
  await client.explain(async (inner: Uploadcare) => await inner.project.get());
  try {
    await client.project.get();
  } catch (error) {
    if (error instanceof SignerError) {
      const kind: 'signer' = error.kind;
      console.log(kind, error.cause);
    }
  }

  const respond: FaultResponse = { status: 503, headers: { 'Retry-After': '1' }, body: { a: [1] } };
  const faults: Fault[] = [
    { method: 'GET', route: '/files/', skip: 1, times: -1, probability: 0.5, respond },
    { delayMs: 5, bytesPerSecond: 100 },
    { drop: true },
    { lose: true },
    { truncate: 5 },
    { close: true },
    { contentLength: 5 },
    { foreignNext: 'http://127.0.0.1:9' },
    { uploadError: 'FileInfectedError' },
  ];
  const rateLimit: RateLimit = { perSecond: 5, burst: 10 };
  await using emulator = await startEmulator({ faults, rateLimit, clockOffset: -5 });
  const account: EmulatorAccount = await emulator.createAccount();
  const project: EmulatorProject = await emulator.createProject({ account });
  console.log((await emulator.accountClient(account, { timeout: 5 }).projects.list()).length);
  for (const fault of faults) await emulator.addFault(fault, project);
  await emulator.clearFaults();
  await emulator.limitRate({ perSecond: 1 }, project);
  await emulator.limitRate(null);
  await emulator.skewClock(3600, project);
  const signature: string = await emulator.sign('text', project);
  const { monotonic_ms } = await emulator.control<{ monotonic_ms: number }>('GET', 'time');
  console.log(signature, monotonic_ms);

  // @ts-expect-error: a signature is a text
  new Uploadcare({ signer: () => 5 });
  // @ts-expect-error: keys belong to a client
  client.withOptions({ secretKey: 'b' });
  // @ts-expect-error: nothing to explain
  client.explain();
  // @ts-expect-error: a misspelt member of an event
  new Uploadcare({ onEvent: (event) => console.log(event.kinds) });
  // @ts-expect-error: a misspelt fault
  await emulator.addFault({ delay: 5 });
}
