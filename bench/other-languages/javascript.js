// Calls `listClients` of the vendor's JavaScript client, over and over.
const sunshine = require("sunshine-conversations-client");

const [url, clients, calls] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const client = sunshine.ApiClient.instance;
client.basePath = url;
client.authentications.basicAuth.username = "app_5d8c";
client.authentications.basicAuth.password = "secret";
const api = new sunshine.ClientsApi();

async function call() {
  const page = await api.listClients("5d8cff3cd55b040010928b5b", clients, {}); // the server's users are called after their clients
  if (page.clients.length !== Number(clients)) throw new Error("not the full page");
}

(async () => {
  for (let i = 0; i < 20; i++) await call();
  const [begun, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
  for (let i = 0; i < calls; i++) await call();
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  const rate = (calls / seconds).toFixed(0);
  const { version } = require("sunshine-conversations-client/package.json");
  const name = `JavaScript client ${version} (Node ${process.versions.node})`;
  console.log([name, clients, rate, ((user + system) / calls / 1000).toFixed(4)].join("\t"));
})();
