// What the examples of receiving webhooks share: a webhook that leads to their server, an upload that
// sets it off, and the same delivery with one bit changed.

import { setTimeout } from 'node:timers/promises';
import { Uploadcare, WebhookReceiver } from 'uploadcare-sdk';

export const SECRET = 'a signing secret of mine';

/** How long a delivery may take, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Has a delivery sent to a server and tells what it was, then has a forged one refused.
 *
 * `url`: where the server takes deliveries.
 * `delivered`: a promise of the first one: `{ delivery, body, signature }`.
 */
export async function deliverTo(url, delivered) {
  const { uploads, webhooks } = new Uploadcare();
  const webhook = await webhooks.create(url, 'file.uploaded', { signingSecret: SECRET });
  try {
    await uploads.upload(Buffer.from('Hello'));
    const { delivery, body, signature } = await Promise.race([delivered, late()]);
    console.log(`${delivery.hook.event}: ${delivery.data?.size} bytes, ${delivery.file}`);

    // The same with one bit changed is nobody's delivery.
    const forged = Buffer.from(body);
    forged[10] ^= 1;
    const headers = {
      'Content-Type': 'application/json',
      [WebhookReceiver.SIGNATURE_HEADER]: signature,
    };
    const post = async (body) => (await fetch(url, { method: 'POST', headers, body })).status;
    for (const [name, content, wanted] of [
      ['the genuine one', body, 200],
      ['a forged one', forged, 403],
    ]) {
      const status = await post(content);
      if (status !== wanted) throw new Error(`${name} was answered ${status}`);
      console.log(`${name} was answered ${status}`);
    }
  } finally {
    await webhooks.delete(webhook.id);
  }
}

async function late() {
  await setTimeout(PATIENCE, undefined, { ref: false });
  throw new Error('no genuine delivery has come');
}
