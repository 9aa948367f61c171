import {
  type CallOptions,
  type FileInfo,
  type ItemList,
  type Json,
  NotFoundError,
  type Page,
  Uploadcare,
  UploadcareError,
} from 'uploadcare-sdk';
import { startEmulator } from 'uploadcare-sdk/testing';

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
    const value: Json | undefined = file.extra['new_field'];
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
