package org.silofri.node.replication.repair;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.ldes.BoundedHttp;
import org.silofri.catalogue.ldes.FeedClient;
import org.silofri.catalogue.ldes.Pulled;
import org.silofri.catalogue.ldes.Pushed;
import org.silofri.node.replication.FeedIndex;

/** Asks a peer's feed over HTTP, within bounds; believes nothing. */
final class PeerClient implements AutoCloseable {

    /** The peer answered with what is no batch of events. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String detail) {
            super(detail);
        }
    }

    private static final String JSON = "application/json";

    private final BoundedHttp http;
    private final FeedClient feeds;

    PeerClient(ReplicationSettings settings, SSLContext trusting) {
        this.http = new BoundedHttp(settings.connectTimeout(), settings.answerTimeout(), trusting);
        this.feeds = new FeedClient(http);
    }

    /** What the peer tells of its logs. */
    FeedIndex index(URI peer) throws IOException {
        return index(peer, http.get(feed(peer), JSON, FeedIndex.MOST_BYTES));
    }

    /** Tells the peer what this node has, and hears what it has. */
    FeedIndex exchange(URI peer, FeedIndex own) throws IOException {
        return index(peer, http.post(feed(peer), JSON, own.write(), FeedIndex.MOST_BYTES));
    }

    /** A first piece of the city's log in that range. */
    Pulled.Events pull(URI peer, CityId city, Position after, Position upTo) throws IOException {
        return switch (feeds.pull(base(peer), city, after, upTo)) {
            case Pulled.Events events -> events;
            case Pulled.Unreadable garbage -> throw new Unreadable(peer + ": " + garbage.detail());
            case Pulled.Failed failed -> throw new IOException(peer + ": " + failed.detail());
        };
    }

    /** Pushes events of one city; the peer decides by itself what it takes. */
    void push(URI peer, CityId city, BaseIri base, List<SignedEvent> events) throws IOException {
        if (feeds.push(base(peer), city, base, events) instanceof Pushed.Failed failed) {
            throw new IOException(peer + ": " + failed.detail());
        }
    }

    private static FeedIndex index(URI peer, BoundedHttp.Answer answer) throws IOException {
        Optional<FeedIndex> index =
                switch (answer) {
                    case BoundedHttp.Answer.Body(byte[] bytes) -> FeedIndex.read(bytes);
                    case BoundedHttp.Answer.Nothing() -> Optional.empty();
                    case BoundedHttp.Answer.Failed(String detail, var retryAfter) ->
                            throw new IOException(peer + ": " + detail);
                };
        return index.orElseThrow(
                () -> new IOException(peer + " answers with something that is no feed index"));
    }

    private static URI feed(URI peer) {
        return URI.create(base(peer) + "/feed");
    }

    private static URI base(URI peer) {
        String text = peer.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : peer;
    }

    @Override
    public void close() {
        http.close();
    }
}
