/**
 * Who may do what in a server, as Discord writes it: permission bits as a decimal string, rightly so since they outgrew a number.
 * https://docs.discord.com/developers/topics/permissions
 */
import { PermissionFlagsBits } from 'discord-api-types/v10';

/** Nothing that can be read is no right at all. */
export function rightsIn(permissions: unknown): bigint {
  return (typeof permissions === 'string' || typeof permissions === 'number') && /^\d{1,40}$/u.test(String(permissions)) ? BigInt(permissions) : 0n;
}

export function mayManage(rights: bigint): boolean {
  return (rights & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Those who keep order in the channels. */
export function mayKeepOrder(rights: bigint): boolean {
  return mayManage(rights) || (rights & PermissionFlagsBits.ManageMessages) !== 0n;
}
