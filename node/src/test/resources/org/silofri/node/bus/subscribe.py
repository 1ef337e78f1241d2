"""A plain AMQP 1.0 subscriber: reads one message and prints what it sees as JSON."""
import json
import sys

from proton import Message
from proton.utils import BlockingConnection

url, user, password, source = sys.argv[1:]
connection = BlockingConnection(
    url, timeout=20, user=user, password=password, allowed_mechs="PLAIN", sasl_enabled=True
)
message: Message = connection.create_receiver(source).receive(timeout=20)
json.dump(
    {
        "contentType": str(message.content_type),
        "properties": {str(k): str(v) for k, v in message.properties.items()},
        "bodyType": type(message.body).__name__,
        "body": bytes(message.body).decode("utf-8"),
    },
    sys.stdout,
)
connection.close()
