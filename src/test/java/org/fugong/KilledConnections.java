package org.fugong;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Breaks work off at a step of it: the server's side of the connection is killed, as if the application or the machine had been. */
@TestComponent
public class KilledConnections implements BeanPostProcessor {

    /** When the step at which it is killed is done: not at all, wholly, or wholly and nobody is told. */
    public enum Moment {
        BEFORE, AFTER, UNTOLD
    }

    /** A piece of work that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** Also in the threads that the work starts. */
    private final InheritableThreadLocal<Boolean> working = new InheritableThreadLocal<>();
    private final AtomicInteger left = new AtomicInteger();
    private volatile Moment moment;
    private volatile HikariDataSource hit;

    /** Does some work up to the step with this number, from 0 on; work with fewer steps is done whole. */
    public void breakOff(int step, Moment when, Work work) throws Exception {
        moment = when;
        left.set(step);
        working.set(true);
        try {
            work.run();
        } finally {
            working.remove();
            if (hit != null) {
                // the pool hands out what it has had back a moment ago without a look at it
                hit.getHikariPoolMXBean().softEvictConnections();
                hit = null;
            }
        }
    }

    /** A step outside of the database. */
    public <T> T step(Callable<T> act) throws Exception {
        return step(act, () -> {
        });
    }

    private <T> T step(Callable<T> act, Work kill) throws Exception {
        if (working.get() == null || left.getAndDecrement() != 0) {
            return act.call();
        }
        if (moment == Moment.BEFORE) {
            kill.run();
            throw new SQLException("killed before a step", "08006");
        }
        var done = act.call();
        kill.run();
        if (moment == Moment.UNTOLD) {
            throw new SQLException("killed after a step", "08006");
        }
        return done;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return !name.equals("dataSource") ? bean : new DelegatingDataSource((DataSource) bean) {
            @Override
            public Connection getConnection() throws SQLException {
                return killable(super.getConnection(), unwrap(HikariDataSource.class));
            }
        };
    }

    private Connection killable(Connection connection, HikariDataSource pool) throws SQLException {
        int process = connection.unwrap(PGConnection.class).getBackendPID();
        Work kill = () -> {
            end(process, pool);
            hit = pool;
        };
        return proxy(Connection.class, connection, name -> name.equals("commit"), kill);
    }

    private <T> T proxy(Class<T> type, Object target, Predicate<String> isStep, Work kill) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, arguments) -> {
            Callable<Object> act = () -> {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            };
            var made = isStep.test(method.getName()) ? step(act, kill) : act.call();
            return switch (made) {
                case PreparedStatement statement when target instanceof Connection ->
                    proxy(PreparedStatement.class, statement, name -> name.startsWith("execute"), kill);
                case Statement statement when target instanceof Connection ->
                    proxy(Statement.class, statement, name -> name.startsWith("execute"), kill);
                case null, default -> made;
            };
        }));
    }

    private static void end(int process, HikariDataSource pool) throws SQLException {
        try (var other = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                var statement = other.prepareStatement("select pg_terminate_backend(?, 10000)")) {
            statement.setInt(1, process);
            statement.execute();
        }
    }
}
