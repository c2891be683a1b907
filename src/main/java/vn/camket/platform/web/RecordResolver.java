package vn.camket.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages read {@code row.percent} where the class has a method {@code percent()}: records, and entities that name
 * their accessors alike. EL 5 knows only getters. An {@link Optional} reads as its value or nothing. Texts, which every
 * page asks for by the dozen, are found here too, before every bean is asked whether its name is {@code text}.
 */
public class RecordResolver extends ELResolver {
    private static final ClassValue<java.util.concurrent.ConcurrentHashMap<String, Optional<MethodHandle>>> ACCESSORS =
            new ClassValue<>() {
                @Override
                protected java.util.concurrent.ConcurrentHashMap<String, Optional<MethodHandle>> computeValue(
                        Class<?> type) {
                    return new java.util.concurrent.ConcurrentHashMap<>();
                }
            };

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base == null && "text".equals(property)) {
            context.setPropertyResolved(null, property);
            return Texts.of(Format.locale());
        }
        if (base instanceof Texts texts && property instanceof String key) {
            context.setPropertyResolved(base, property);
            return texts.containsKey(key) ? texts.getString(key) : "???" + key + "???";
        }
        if (base == null
                || !(property instanceof String name)
                || !base.getClass().getName().startsWith("vn.camket.")) {
            return null;
        }
        var accessor = ACCESSORS.get(base.getClass()).computeIfAbsent(name, key -> find(base.getClass(), key));
        if (accessor.isEmpty()) {
            return null;
        }
        context.setPropertyResolved(base, property);
        return read(accessor.get(), base);
    }

    private static Optional<MethodHandle> find(Class<?> type, String name) {
        try {
            var method = type.getMethod(name);
            if (method.getParameterCount() == 0 && method.getReturnType() != void.class) {
                return Optional.of(MethodHandles.publicLookup().unreflect(openly(type, name)));
            }
        } catch (NoSuchMethodException | IllegalAccessException absent) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static java.lang.reflect.Method openly(Class<?> type, String name) throws NoSuchMethodException {
        var method = type.getMethod(name);
        method.setAccessible(true);
        return method;
    }

    private static @Nullable Object read(MethodHandle accessor, Object base) {
        try {
            var value = accessor.invoke(base);
            return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
