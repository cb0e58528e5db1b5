package io.genjin.staff.web;

import com.github.benmanes.caffeine.cache.Ticker;
import io.genjin.dealership.Dealerships;
import io.genjin.staff.ApiTokens;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Three ways in: files that everybody may read, systems with a token, people with a session. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class SecurityConfiguration implements WebMvcConfigurer {

    static final String SIGN_IN = "/sign-in";

    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(StaffMember.class);
    }

    private final PaceInterceptor paceInterceptor;
    private final RightsInterceptor rightsInterceptor;

    SecurityConfiguration(PaceInterceptor paceInterceptor, RightsInterceptor rightsInterceptor) {
        this.paceInterceptor = paceInterceptor;
        this.rightsInterceptor = rightsInterceptor;
    }

    /** Requests are measured by route; a measurement of each filter on the way cost more than the filters. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return hardened(http.securityMatcher("/assets/**", "/webjars/**", "/favicon.ico")
                        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                        .csrf(csrf -> csrf.disable())
                        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll()))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain systems(HttpSecurity http, ApiTokens tokens, StaffFilter staffFilter, Door door)
            throws Exception {
        return hardened(http.securityMatcher("/api/**", "/actuator/**")
                        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                        .csrf(csrf -> csrf.disable())
                        .authorizeHttpRequests(requests -> requests.requestMatchers(
                                        "/actuator/**",
                                        "/api/v1/tokens",
                                        "/api/openapi.json",
                                        "/api/openapi.json.yaml",
                                        "/api/docs")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                        .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(door)))
                .addFilterBefore(new NoForms(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new BearerFilter(tokens), AnonymousAuthenticationFilter.class)
                .addFilterAfter(staffFilter, AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            StaffFilter staffFilter,
            Door door,
            CsrfTokenRepository csrfTokens,
            SecurityContextRepository contexts)
            throws Exception {
        return hardened(http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                        .securityContext(context -> context.securityContextRepository(contexts))
                        .requestCache(cache -> cache.disable())
                        .authorizeHttpRequests(requests -> requests.requestMatchers(
                                        SIGN_IN,
                                        SignInPages.KEPT_PATH,
                                        "/sign-in/code",
                                        "/set-up",
                                        "/invitations/**",
                                        "/language",
                                        "/theme",
                                        "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                        .exceptionHandling(exceptions ->
                                exceptions.authenticationEntryPoint(door).accessDeniedHandler(door))
                        .logout(logout -> logout.logoutUrl("/sign-out")
                                .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(
                                        ClearSiteDataHeaderWriter.Directive.CACHE,
                                        ClearSiteDataHeaderWriter.Directive.STORAGE)))
                                .logoutSuccessUrl(SIGN_IN)))
                .addFilterAfter(staffFilter, AuthorizationFilter.class)
                .build();
    }

    private static HttpSecurity hardened(HttpSecurity http) throws Exception {
        return http.formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .referrerPolicy(Customizer.withDefaults())
                        .frameOptions(frames -> frames.deny())
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")));
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HostProofs();
    }

    @Bean
    CookieSerializer sessionCookies() {
        return new HostCookie();
    }

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    StaffFilter staffFilter(
            StaffDirectory staff,
            Dealerships dealerships,
            Rights rights,
            @Value("${genjin.idle-session:30m}") Duration idle,
            @Value("${genjin.longest-session:12h}") Duration longest) {
        return new StaffFilter(staff, dealerships, rights, new SessionLife(idle, longest));
    }

    /** The filter belongs to the chains above and not to the container. */
    @Bean
    FilterRegistrationBean<StaffFilter> staffFilterOnlyInChains(StaffFilter staffFilter) {
        var registration = new FilterRegistrationBean<>(staffFilter);
        registration.setEnabled(false);
        return registration;
    }

    /** By which limits end: the machine's own time, which nobody can set back. */
    @Bean
    @Fallback
    static Ticker timeOfLimits() {
        return Ticker.systemTicker();
    }

    /** Names and passwords are checked by our own desk; the framework's manager knows nobody. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new BadCredentialsException("sign in at the door");
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(paceInterceptor);
        registry.addInterceptor(rightsInterceptor);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new MemberArgument());
    }

    /** Gives handlers the person who asks. */
    private static final class MemberArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == StaffMember.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Objects.requireNonNull(request.getAttribute(StaffFilter.MEMBER, RequestAttributes.SCOPE_REQUEST));
        }
    }
}
