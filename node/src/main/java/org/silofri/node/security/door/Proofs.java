package org.silofri.node.security.door;

import java.util.ArrayList;
import java.util.List;
import org.silofri.node.security.Caller;
import org.silofri.node.security.account.Account;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller in the words of Spring Security: a role as {@code ROLE_PUBLISHER}, and what follows. */
final class Proofs {

    /** Somebody has signed in and has a password of its own. */
    static final String ACCOUNT = "ACCOUNT";

    /** Somebody has signed in and has to choose a password first. */
    static final String NEWCOMER = "NEWCOMER";

    private Proofs() {}

    static UsernamePasswordAuthenticationToken ofToken(Caller caller) {
        return proved(caller, roles(caller));
    }

    static UsernamePasswordAuthenticationToken ofSession(Account account) {
        Caller caller = account.caller();
        List<GrantedAuthority> authorities = roles(caller);
        authorities.add(new SimpleGrantedAuthority(account.mustChange() ? NEWCOMER : ACCOUNT));
        return proved(caller, authorities);
    }

    private static UsernamePasswordAuthenticationToken proved(
            Caller caller, List<GrantedAuthority> authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities);
    }

    private static List<GrantedAuthority> roles(Caller caller) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        caller.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        return authorities;
    }
}
