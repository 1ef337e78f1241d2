/**
 * From a draft to an entry: checks it, publishes it, tells what stood against it. Start at {@code
 * Publishing}.
 */
@NullMarked
package org.silofri.node.web.write.publish;

import org.jspecify.annotations.NullMarked;
