package org.silofri.node.security.door;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.silofri.node.security.OperatorToken;
import org.silofri.node.security.Role;
import org.silofri.node.security.SecuritySettings;
import org.silofri.node.security.TokenStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Deny by default: what is not named here is refused. Reading is public, writing needs a bearer
 * token or a session. What a browser sends by itself is never enough: a change that comes with a
 * session needs the session's token too ({@link CrossSite}).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

    private static final String[] PAGES = {
        "/",
        "/search",
        "/network",
        "/query",
        "/entry",
        "/id/**",
        "/doc/**",
        "/c/**",
        "/error",
        // public pages and feeds
        "/cities",
        "/cities/*",
        "/themes",
        "/themes/*",
        "/companies",
        "/accessibility",
        "/feeds/**"
    };
    private static final String[] LEADS = {
        "/board", "/board/*", "/board.csv", "/board.ics", "/members"
    };
    private static final String[] ASSETS = {
        "/css/**", "/js/**", "/img/**", "/vendor/**", "/fonts/**", "/favicon.ico", "/favicon.svg"
    };
    private static final String[] READING = {
        "/api/search",
        "/api/similar",
        "/api/network",
        "/api/entries",
        "/sparql",
        "/feed",
        "/feed/**",
        "/catalog",
        "/ns/**",
        "/.well-known/void",
        "/v3/api-docs",
        "/v3/api-docs.yaml"
    };
    private static final String CONTENT_SECURITY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Requests are observed as a whole; a span for each filter costs more than it tells. */
    @Bean
    SecurityObservationSettings noSpansOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            TokenStore tokens,
            OperatorToken operator,
            SessionContexts sessions,
            CrossSite crossSite,
            Refusals refusals) {
        return http.csrf(csrf ->
                        csrf.csrfTokenRepository(crossSite)
                                .requireCsrfProtectionMatcher(CrossSite::mayComeFromAnotherSite))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .anonymous(anonymous -> {})
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_SECURITY))
                                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                                .crossOriginOpenerPolicy(policy ->
                                        policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                                .referrerPolicy(policy ->
                                        policy.policy(
                                                ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(
                        new TokenFilter(tokens, operator, refusals),
                        UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(EndpointRequest.to("health", "prometheus", "info"))
                .permitAll()
                .requestMatchers(HttpMethod.GET, PAGES)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PAGES)
                .permitAll()
                .requestMatchers(HttpMethod.GET, ASSETS)
                .permitAll()
                .requestMatchers(HttpMethod.GET, READING)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, READING)
                .permitAll()
                // a query may be long, and a pushed range proves itself by its signatures (F6)
                .requestMatchers(HttpMethod.POST, "/sparql", "/feed", "/feed/*")
                .permitAll()
                .requestMatchers("/api/entries")
                .hasAnyRole(Role.PUBLISHER.name(), Role.COORDINATOR.name())
                // lead cities: who may say what for whom is asked of the caller again there
                .requestMatchers(HttpMethod.GET, LEADS)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, LEADS)
                .permitAll()
                .requestMatchers("/lead/new", "/lead/group", "/lead/propose")
                .hasRole(Role.COORDINATOR.name())
                .requestMatchers(HttpMethod.POST, "/lead/assign", "/lead/end", "/members")
                .hasRole(Role.COORDINATOR.name())
                .requestMatchers(HttpMethod.POST, "/lead/answer", "/lead/likeness")
                .hasAnyRole(Role.PUBLISHER.name(), Role.COORDINATOR.name())
                // the import page: reading it and the template is for all
                .requestMatchers(HttpMethod.GET, "/import", "/import/template.xlsx")
                .permitAll()
                .requestMatchers("/import", "/import/*", "/import/*/*")
                .hasAnyRole(
                        Role.EDITOR.name(),
                        Role.PUBLISHER.name(),
                        Role.COORDINATOR.name(),
                        Role.ADMIN.name())
                .requestMatchers("/operator/**")
                .hasRole(Role.OPERATOR.name())
                // accounts: people only; a token neither signs in nor manages anybody
                .requestMatchers(HttpMethod.GET, "/signin")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/signin")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/signin", "/signout")
                .permitAll()
                .requestMatchers("/account/password")
                .hasAnyAuthority(Proofs.ACCOUNT, Proofs.NEWCOMER)
                .requestMatchers("/account", "/account/**")
                .hasAuthority(Proofs.ACCOUNT)
                .requestMatchers("/admin/**")
                .access(
                        AuthorizationManagers.allOf(
                                AuthorityAuthorizationManager.hasAuthority(Proofs.ACCOUNT),
                                AuthorityAuthorizationManager.hasRole(Role.ADMIN.name())))
                // end of accounts
                // writing: people only, who may write for a city; for which one, each page asks
                .requestMatchers("/write", "/write/**")
                .access(
                        AuthorizationManagers.allOf(
                                AuthorityAuthorizationManager.hasAuthority(Proofs.ACCOUNT),
                                AuthorityAuthorizationManager.hasAnyRole(
                                        Role.EDITOR.name(),
                                        Role.PUBLISHER.name(),
                                        Role.COORDINATOR.name(),
                                        Role.ADMIN.name())))
                // end of writing
                // follow: the signed link of a letter is proof enough to end letters
                .requestMatchers(HttpMethod.GET, "/unsubscribe")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/unsubscribe")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/unsubscribe")
                .permitAll()
                // end of follow
                .anyRequest()
                .denyAll();
    }
}
