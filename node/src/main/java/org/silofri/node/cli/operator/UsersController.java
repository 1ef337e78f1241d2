package org.silofri.node.cli.operator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.security.account.Account;
import org.silofri.node.security.account.AccountResult;
import org.silofri.node.security.account.Accounts;
import org.silofri.node.security.account.NewAccount;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The node's side of {@code silofri user}: accounts, whatever city they are for. */
@RestController
@RequestMapping("/operator/users")
public class UsersController {

    private final Accounts accounts;

    UsersController(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Lists all accounts. */
    @GetMapping
    List<User> list(@AuthenticationPrincipal Caller operator) {
        return accounts.seenBy(operator).stream().map(User::of).toList();
    }

    /** Adds an account. */
    @PostMapping
    Changed add(@AuthenticationPrincipal Caller operator, @RequestBody UserWish wish) {
        return changed(
                accounts.add(
                        operator,
                        new NewAccount(
                                wish.name(),
                                wish.display(),
                                wish.email(),
                                wish.language(),
                                grants(wish.roles(), wish.city())),
                        wish.password()));
    }

    /** Gives an account another password. */
    @PostMapping("/{name}/reset")
    Changed reset(
            @AuthenticationPrincipal Caller operator,
            @PathVariable String name,
            @RequestBody NewPassword wish) {
        return changed(accounts.reset(operator, name, wish.password()));
    }

    /** Takes an account out of use. */
    @PostMapping("/{name}/disable")
    Changed disable(@AuthenticationPrincipal Caller operator, @PathVariable String name) {
        return changed(accounts.disable(operator, name));
    }

    /** Puts an account into use again. */
    @PostMapping("/{name}/enable")
    Changed enable(@AuthenticationPrincipal Caller operator, @PathVariable String name) {
        return changed(accounts.enable(operator, name));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail refused(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }

    private static Changed changed(AccountResult result) {
        return switch (result) {
            case AccountResult.Done(var account, var oneTime) ->
                    new Changed(account.name(), oneTime);
            case AccountResult.Refused(var objection) ->
                    throw new IllegalArgumentException(objection.english());
        };
    }

    private static Set<Grant> grants(List<Role> roles, String city) {
        CityId of = new CityId(city);
        Set<Grant> grants = new HashSet<>();
        roles.forEach(role -> grants.add(new Grant(role, of)));
        return grants;
    }

    /** An account as the command lists it. */
    public record User(String name, String display, List<String> grants, String state) {

        static User of(Account account) {
            String state =
                    account.disabled() ? "disabled" : account.mustChange() ? "one-time" : "active";
            return new User(
                    account.name(),
                    account.display(),
                    account.grants().stream()
                            .map(grant -> grant.role() + "@" + grant.city())
                            .toList(),
                    state);
        }
    }

    /**
     * An account that is wished for.
     *
     * @param city for which it has all the roles
     * @param password its own; null for one that must be changed at sign-in
     */
    public record UserWish(
            String name,
            String display,
            @Nullable String email,
            @Nullable String language,
            List<Role> roles,
            String city,
            @Nullable String password) {}

    /**
     * A password that is wished for.
     *
     * @param password its own; null for one that must be changed at sign-in
     */
    public record NewPassword(@Nullable String password) {}

    /**
     * What was changed.
     *
     * @param oneTime password to be handed over; null when there is none
     */
    public record Changed(String name, @Nullable String oneTime) {}
}
