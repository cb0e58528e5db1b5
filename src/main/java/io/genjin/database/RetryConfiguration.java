package io.genjin.database;

import java.lang.reflect.Method;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;

/** Puts {@link TriedAgain} around every use case that writes; what only reads is in nobody's way. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RetryConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor triedAgain() {
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new Writing(), new TriedAgain());
        // outside the transaction, which is the innermost
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }

    private static final class Writing extends StaticMethodMatcherPointcut {

        private final AnnotationTransactionAttributeSource transactions =
                new AnnotationTransactionAttributeSource(false);

        @Override
        public boolean matches(Method method, Class<?> targetClass) {
            TransactionAttribute transaction = transactions.getTransactionAttribute(method, targetClass);
            return transaction != null && !transaction.isReadOnly();
        }
    }
}
