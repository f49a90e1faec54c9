"""Calls `list_clients` of the vendor's Python client, over and over."""

import platform
import sys
import time
from importlib.metadata import version

import sunshine_conversations_client as sunshine

url, clients, calls = sys.argv[1], sys.argv[2], int(sys.argv[3])
configuration = sunshine.Configuration(host=url, username="app_5d8c", password="secret")
with sunshine.ApiClient(configuration) as client:
    api = sunshine.ClientsApi(client)

    def call():
        page = api.list_clients("5d8cff3cd55b040010928b5b", clients)  # the server's users are called after their clients
        assert len(page.clients) == int(clients)

    for _ in range(20):
        call()
    begun, cpu = time.perf_counter(), time.process_time()
    for _ in range(calls):
        call()
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    language = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"Python client {version('sunshine-conversations-client')} ({language})\t{clients}\t{calls / seconds:.0f}\t{cpu / calls * 1000:.4f}")
