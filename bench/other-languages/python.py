"""Calls `list_clients` of the vendor's Python client, over and over."""

import sys
import time

import sunshine_conversations_client as sunshine

url, calls = sys.argv[1], int(sys.argv[2])
configuration = sunshine.Configuration(host=url, username="app_5d8c", password="secret")
with sunshine.ApiClient(configuration) as client:
    api = sunshine.ClientsApi(client)

    def call():
        page = api.list_clients("5d8cff3cd55b040010928b5b", "100")
        assert len(page.clients) == 100

    for _ in range(20):
        call()
    begun, cpu = time.perf_counter(), time.process_time()
    for _ in range(calls):
        call()
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(f"Python: {calls / seconds:.0f} calls/s, {cpu / calls * 1000:.3f} ms of CPU a call")
