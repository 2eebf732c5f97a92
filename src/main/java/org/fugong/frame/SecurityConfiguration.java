package org.fugong.frame;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fugong.account.SignIn;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may enter which space; within a space every load is scoped by the actor. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain spaces(HttpSecurity http, RequestCache wantedPages, SignIn signIn,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) throws Exception {
        return http
                .addFilterBefore(new RunningSessions(signIn, errors), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/my", "/my/**").hasRole("ENTERPRISE")
                        // the desk is read by whoever answers for it, and only its officials act
                        .requestMatchers(HttpMethod.GET, "/desk/filings", "/desk/filings/**", "/desk/verifications",
                                "/desk/verifications/**",
                                "/desk/obligations", "/desk/obligations/**", "/desk/owed", "/desk/owed/**", "/desk/attachments/**",
                                "/desk/applications", "/desk/applications/**", "/desk/opinions", "/desk/opinions/**",
                                "/desk/draws", "/desk/draws/{no:\\d{6}-.*}")
                        .hasAnyRole("OFFICIAL", "COUNTY_ADMIN", "PROVINCE_ADMIN")
                        .requestMatchers("/desk/behalf", "/desk/behalf/**", "/desk/notices", "/desk/notices/**")
                        .hasAnyRole("OFFICIAL", "HOTLINE")
                        .requestMatchers("/desk", "/desk/**").hasRole("OFFICIAL")
                        .requestMatchers("/admin/adaptations", "/admin/adaptations/**", "/admin/departments", "/admin/departments/**",
                                "/admin/inspectors", "/admin/inspectors/**", "/admin/positive-list", "/admin/positive-list/**")
                        .hasRole("COUNTY_ADMIN")
                        .requestMatchers("/admin", "/admin/accounts", "/admin/accounts/**", "/admin/notices", "/admin/notices/**",
                                "/admin/deliveries", "/admin/deliveries/**")
                        .hasAnyRole("COUNTY_ADMIN", "PROVINCE_ADMIN")
                        .requestMatchers(HttpMethod.GET, "/admin/holidays", "/admin/holidays/{year}")
                        .hasAnyRole("COUNTY_ADMIN", "PROVINCE_ADMIN")
                        .requestMatchers("/admin/**").hasRole("PROVINCE_ADMIN")
                        .requestMatchers("/account/identity").permitAll()
                        .requestMatchers("/account", "/account/**").authenticated()
                        .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator", "/actuator/**").denyAll()
                        .anyRequest().permitAll())
                // the token lives in a cookie, so that a form sent after the session has gone is known to be genuine
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .requestCache(cache -> cache.requestCache(wantedPages))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new SignInFirst()))
                .logout(logout -> logout.logoutRequestMatcher(pathPattern(HttpMethod.POST, "/logout")).logoutSuccessUrl("/"))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The headers for an answer that never came through the filters, such as the refusal of a forged path. */
    static void protect(HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cache-Control", "no-store");
        }
    }

    @Bean
    RequestCache wantedPages() {
        return new WantedPages();
    }

    /** Signing in is the account module's own; nothing may sign in by another way. */
    @Bean
    UserDetailsService nobody() {
        return login -> {
            throw new UsernameNotFoundException("not a way to sign in");
        };
    }

    /** Not renewed at signing in: the forms in other tabs stay good. */
    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static final class SignInFirst implements AuthenticationEntryPoint {

        private final LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");

        SignInFirst() {
            page.setFavorRelativeUris(true);
        }

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
                throws java.io.IOException, jakarta.servlet.ServletException {
            if (request.getHeader("HX-Request") != null || request.getHeader("Autosave") != null) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                page.commence(request, response, e);
            }
        }
    }
}
