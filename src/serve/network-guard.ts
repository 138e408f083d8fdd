import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Shuts every way in which code of this process could reach a network or be reached: sockets of both kinds and questions for
 * names, which all that Node offers above them goes through. To be called before a parser is loaded, in every process that reads
 * documents. Together with the permission model, under which such a process may start no other and load no native code, nothing
 * of it connects. It holds against what a document makes a parser do, not against whoever changes Daybook.
 */
export function shutNetwork(): void {
  const refuse = (): never => {
    throw new Error('a process that reads documents has no network');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.connect = refuse;
  dgram.Socket.prototype.send = refuse;
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (/^(?:lookup|resolve|reverse)/.test(name)) Object.defineProperty(owner, name, { value: refuse });
    }
  }
  syncBuiltinESMExports();
}
