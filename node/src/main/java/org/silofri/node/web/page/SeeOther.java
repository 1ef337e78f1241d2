package org.silofri.node.web.page;

import org.springframework.web.servlet.view.RedirectView;

/** After a form has been taken: 303 to a page that may be read again without sending it again. */
public final class SeeOther {

    private SeeOther() {}

    /**
     * Leads to a page of this node.
     *
     * @param path of this node, with its query; taken as it is
     */
    public static RedirectView to(String path) {
        var view = new RedirectView(path, false, false, false);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
