// How a delivery is recognised in a channel: its id is part of a custom id of the message.

/** Whether a message, sent or about to be, carries a component whose custom id contains the delivery's id. */
export function bearsDelivery(message: { readonly components?: unknown }, deliveryId: string): boolean {
  return contains(message.components, deliveryId);
}

function contains(part: unknown, deliveryId: string): boolean {
  if (Array.isArray(part)) return part.some((item) => contains(item, deliveryId));
  if (typeof part !== 'object' || part === null) return false;
  const { custom_id, components, accessory } = part as Record<string, unknown>;
  if (typeof custom_id === 'string' && custom_id.includes(deliveryId)) return true;
  return contains(components, deliveryId) || contains(accessory, deliveryId);
}
