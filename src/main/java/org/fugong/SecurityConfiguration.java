package org.fugong;

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
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
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
                        .requestMatchers("/desk", "/desk/**").hasRole("OFFICIAL")
                        .requestMatchers("/admin/adaptations", "/admin/adaptations/**").hasRole("COUNTY_ADMIN")
                        .requestMatchers("/admin", "/admin/**").hasRole("PROVINCE_ADMIN")
                        .requestMatchers("/account", "/account/**").authenticated()
                        .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator", "/actuator/**").denyAll()
                        .anyRequest().permitAll())
                // the token lives in a cookie, so that a form sent after the session has gone is known to be genuine
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .requestCache(cache -> cache.requestCache(wantedPages))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new SignInFirst()))
                .logout(logout -> logout.logoutRequestMatcher(pathPattern(HttpMethod.POST, "/logout")).logoutSuccessUrl("/"))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Keeps the page, or the form that was sent, when the session has gone; signing in goes on with it. */
    @Bean
    RequestCache wantedPages() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getHeader("HX-Request") == null);
        return cache;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    /** Signing in is the account module's own; nothing may sign in by another way. */
    @Bean
    UserDetailsService nobody() {
        return login -> {
            throw new UsernameNotFoundException("not a way to sign in");
        };
    }

    private static final class SignInFirst implements AuthenticationEntryPoint {

        private final AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
                throws java.io.IOException, jakarta.servlet.ServletException {
            if (request.getHeader("HX-Request") != null) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                page.commence(request, response, e);
            }
        }
    }
}
