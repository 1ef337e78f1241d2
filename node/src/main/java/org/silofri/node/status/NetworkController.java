package org.silofri.node.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.silofri.node.identity.NodeIdentity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The network as this node sees it, for programs. */
@RestController
@Tag(name = "network")
class NetworkController {

    private final NodeIdentity identity;
    private final NetworkStatus status;

    NetworkController(NodeIdentity identity, NetworkStatus status) {
        this.identity = identity;
        this.status = status;
    }

    /**
     * What a node holds.
     *
     * @param node its name
     */
    record Network(String node, String coordinator, List<CityStatus> cities) {}

    /** Per city: position, digest, age, state and receipts. */
    @Operation(summary = "What this node holds of every city, and who else holds it")
    @GetMapping("/api/network")
    Network network() {
        return new Network(
                identity.name().value(), identity.network().coordinator().value(), status.cities());
    }
}
