// Calls `listClients` of the vendor's JavaScript client, over and over.
const sunshine = require("sunshine-conversations-client");

const [url, calls] = [process.argv[2], Number(process.argv[3])];
const client = sunshine.ApiClient.instance;
client.basePath = url;
client.authentications.basicAuth.username = "app_5d8c";
client.authentications.basicAuth.password = "secret";
const api = new sunshine.ClientsApi();

async function call() {
  const page = await api.listClients("5d8cff3cd55b040010928b5b", "100", {});
  if (page.clients.length !== 100) throw new Error("not the whole page");
}

(async () => {
  for (let i = 0; i < 20; i++) await call();
  const [begun, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
  for (let i = 0; i < calls; i++) await call();
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  const rate = (calls / seconds).toFixed(0);
  console.log(`JavaScript: ${rate} calls/s, ${((user + system) / calls / 1000).toFixed(3)} ms of CPU a call`);
})();
