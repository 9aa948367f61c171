// How a page crosses: without being decoded first, and in pieces.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DecodeError } from 'uploadcare-sdk';
import { Project } from './support.mjs';

const uuid = '21975c81-7f57-4c7a-aef9-acfe28779f78';

/** A file as the service sends it, with some of its members, given as JSON text, in another way. */
function fileText(odd = {}) {
  const members = {
    uuid: `"${uuid}"`,
    url: '"https://api.uploadcare.com/files/"',
    original_file_url: 'null',
    original_filename: '"photo.jpg"',
    size: '1024',
    mime_type: '"image/jpeg"',
    is_image: 'true',
    is_ready: 'true',
    datetime_uploaded: '"2024-01-01T00:00:00.000001Z"',
    datetime_stored: 'null',
    datetime_removed: 'null',
    metadata: '{}',
    tags: '[]',
    ...odd,
  };
  const text = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}: ${value}`);
  return `{${text.join(', ')}}`;
}

/** What a call gives for a text as the answer of the service. */
async function answered(project, text, call) {
  await project.fault({ respond: { status: 200, body: text } });
  return await call(project.client()).catch((error) => error);
}

function pageText(files) {
  return `{"next": null, "previous": null, "total": ${files.length}, "per_page": 1000, "results": [${files}]}`;
}

const nextPage = (client) => client.files.list().pages().nextPage();

const TEXTS = {
  'a number as text': { size: '"1024"' },
  'a number with a point': { size: '1024.0' },
  'a null where a text is needed': { original_filename: 'null' },
  'a text where a number is needed': { size: '"big"' },
  'null collections': { metadata: 'null', tags: 'null', variations: 'null' },
  'unknown members': {
    new_field: '{"snake_case": [1, null, 1.5, -0.0, {"b": 1, "a": 2}]}',
    camelCase: '"kept"',
    extra: '{"uuid": 5}',
  },
  'keys of the user': { metadata: '{"snake_case": "1", "__proto__": "2", "": "3", "10": "4"}' },
  'a key twice': { metadata: '{"a": "1", "a": "2"}' },
  'a member twice': { size: '1, "size": 2, "mime_type": "a/b", "mime_type": null' },
  escapes: { original_filename: String.raw`"\"\\\/\b\f\n\r\t\u0000\u001f\u00e9\ud83d\udc22"` },
  'texts beyond ASCII': {
    original_filename: '"żółw 🐢 \u2028\u2029\u007f.jpg"',
    metadata: '{"ключ": "значение"}',
    нове: '"🐢"',
  },
  'half of a pair': { original_filename: String.raw`"\ud83d"` },
  'half of a pair in what is unknown': { new_field: String.raw`"\udc22"` },
  'numbers beyond all': { new_field: '[1e999]' },
  'large numbers': { new_field: '[9007199254740993, 123456789012345678901234567890, 1e300]' },
  'a moment with a zone': { datetime_stored: '"2024-01-01T02:00:00.5+02:00"' },
  'no moment': { datetime_stored: '"2024-02-30T00:00:00.000000Z"' },
  'an image': {
    content_info:
      '{"mime": null, "image": {"format": "JPEG", "width": "3", "height": 2, "dpi": [72, 72.5], "new": 1}, "video": {"audio": null, "video": [{"height": 1}]}}',
  },
  'half an image': { content_info: '{"image": {"format": "JPEG"}}' },
  'add-ons in an odd form': { appdata: '{"aws_rekognition_detect_labels": 5}', highlight: '[3]' },
};

for (const [name, odd] of Object.entries(TEXTS)) {
  test(`a list gives what getting the file gives: ${name}`, async () => {
    const project = await Project.create();
    const text = fileText(odd);
    const one = await answered(project, text, (client) => client.files.get(uuid));
    const page = await answered(project, pageText([text, 'null', text]), nextPage);
    if (one instanceof Error) {
      assert.ok(one instanceof DecodeError, String(one));
      assert.ok(page instanceof DecodeError, String(page));
      const reason = (error) => error.message.replace(/ at line \d+ column \d+/, '');
      assert.equal(reason(page), reason(one));
    } else {
      assert.deepEqual(page.results, [one, one]);
      assert.deepEqual(Object.keys(page.results[0]).sort(), Object.keys(one).sort());
    }
  });
}

test('a page of many pieces comes whole and in order', async () => {
  const project = await Project.create();
  // One of them is larger than a piece.
  const long = JSON.stringify('ü'.repeat(200_000));
  const texts = Array.from({ length: 1000 }, (_, at) =>
    fileText({ size: String(at), default_effects: at === 500 ? long : 'null' }),
  );
  const page = await answered(project, pageText(texts), nextPage);
  assert.deepEqual(
    page.results.map(({ size }) => size),
    texts.map((_, at) => at),
  );
  assert.equal(page.results[500].defaultEffects.length, 200_000);
  assert.equal(page.total, 1000);
});

test('an empty page is a page', async () => {
  const project = await Project.create();
  const page = await answered(project, pageText([]), nextPage);
  assert.deepEqual(page.results, []);
});
