/**
 * Letters to a mail server by SMTP, and the link that ends them. Start at {@code Postman}. Knows
 * neither accounts nor entries.
 */
@NamedInterface("mail")
@NullMarked
package org.silofri.node.follow.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
