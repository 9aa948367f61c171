// What the examples of receiving webhooks share: a webhook that leads to their server, an upload that
// sets it off, and the same delivery with one bit changed.

import { Uploadcare, WebhookReceiver } from 'uploadcare-sdk';

export const SECRET = 'a signing secret of mine';

/**
 * Has a delivery sent to a server and tells what it was, then has a forged one refused.
 *
 * `url`: where the server takes deliveries.
 * `delivered`: a promise of the first one: `{ delivery, body, signature }`.
 */
export async function deliverTo(url, delivered) {
  const { uploads, webhooks } = new Uploadcare();
  const webhook = await webhooks.create(url, 'file.uploaded', { signingSecret: SECRET });
  await uploads.upload(Buffer.from('Hello'));
  const { delivery, body, signature } = await delivered;
  console.log(`${delivery.hook.event}: ${delivery.data?.size} bytes, ${delivery.file}`);

  // The same with one bit changed is nobody's delivery.
  const forged = Buffer.from(body);
  forged[10] ^= 1;
  const headers = {
    'Content-Type': 'application/json',
    [WebhookReceiver.SIGNATURE_HEADER]: signature,
  };
  const { status } = await fetch(url, { method: 'POST', headers, body: forged });
  await webhooks.delete(webhook.id);
  if (status !== 403) throw new Error(`a forged delivery was answered ${status}`);
  console.log('a forged delivery was refused');
}
