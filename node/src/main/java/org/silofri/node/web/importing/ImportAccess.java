package org.silofri.node.web.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.importing.Imports;
import org.silofri.node.importing.Upload;
import org.silofri.node.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may upload and publish: an editor looks, a publisher imports, each for its own city. */
@Component
class ImportAccess {

    private final NodeIdentity identity;
    private final Imports imports;

    ImportAccess(NodeIdentity identity, Imports imports) {
        this.identity = identity;
        this.imports = imports;
    }

    /** The cities of this node that the caller may upload for. */
    List<CityId> cities(@Nullable Caller caller) {
        return caller == null ? List.of() : caller.edits().stream().filter(identity::owns).toList();
    }

    /** The upload, for whoever may see it; others are not told that it is there. */
    Upload seen(String id, @Nullable Caller caller) {
        return imports.find(id)
                .filter(upload -> caller != null && caller.mayEdit(upload.city()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The same for whoever may publish for its city. */
    Upload published(String id, @Nullable Caller caller) {
        Upload upload = seen(id, caller);
        if (!mayPublish(upload, caller)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return upload;
    }

    boolean mayPublish(Upload upload, @Nullable Caller caller) {
        return caller != null && caller.mayPublish(upload.city());
    }
}
