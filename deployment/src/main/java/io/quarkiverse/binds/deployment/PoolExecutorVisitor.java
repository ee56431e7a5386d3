package io.quarkiverse.binds.deployment;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.pool.util.PriorityScheduledExecutor;
import io.quarkiverse.binds.runtime.housekeeping.PoolExecutor;
import io.quarkus.gizmo.Gizmo;

/**
 * Makes Agroal's pool use a {@link PoolExecutor} in place of an executor with a thread of its own: Agroal has no configuration
 * for it. The pool class and its nested classes are changed alike, since all of them read the field with the executor.
 */
final class PoolExecutorVisitor extends ClassRemapper {

    private static final String AGROALS = Type.getInternalName(PriorityScheduledExecutor.class);
    private static final String OURS = Type.getInternalName(PoolExecutor.class);

    PoolExecutorVisitor(ClassVisitor visitor) {
        super(Gizmo.ASM_API_VERSION, visitor, new SimpleRemapper(Gizmo.ASM_API_VERSION, AGROALS, OURS));
    }

    /** Of the class that creates the executor. */
    static ClassVisitor creating(String className, ClassVisitor visitor) {
        return new Creation(className, new PoolExecutorVisitor(visitor));
    }

    /** Replaces {@code new PriorityScheduledExecutor(...)} by {@code PoolExecutor.of(..., configuration)}. */
    private static final class Creation extends ClassVisitor {

        private final String className;
        private boolean found;

        Creation(String className, ClassVisitor visitor) {
            super(Gizmo.ASM_API_VERSION, visitor);
            this.className = className;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            return name.equals("<init>") ? new Constructor(method) : method;
        }

        @Override
        public void visitEnd() {
            if (!found) {
                throw new IllegalStateException(className + " does not create a " + PriorityScheduledExecutor.class.getName()
                        + " any more: pools cannot share threads with this version of Agroal");
            }
            super.visitEnd();
        }

        private final class Constructor extends MethodVisitor {

            private boolean skipsDup;

            Constructor(MethodVisitor method) {
                super(Gizmo.ASM_API_VERSION, method);
            }

            @Override
            public void visitTypeInsn(int opcode, String type) {
                skipsDup = opcode == Opcodes.NEW && type.equals(AGROALS);
                if (!skipsDup) {
                    super.visitTypeInsn(opcode, type);
                }
            }

            @Override
            public void visitInsn(int opcode) {
                if (skipsDup && opcode == Opcodes.DUP) {
                    skipsDup = false;
                } else {
                    super.visitInsn(opcode);
                }
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                if (opcode != Opcodes.INVOKESPECIAL || !owner.equals(AGROALS)) {
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                    return;
                }
                found = true;
                super.visitVarInsn(Opcodes.ALOAD, 1); // the first parameter of the constructor of the pool
                super.visitMethodInsn(Opcodes.INVOKESTATIC, OURS, "of",
                        Type.getMethodDescriptor(Type.getType(PoolExecutor.class), Type.INT_TYPE, Type.getType(String.class),
                                Type.getType(AgroalDataSourceListener[].class),
                                Type.getType(AgroalConnectionPoolConfiguration.class)),
                        false);
            }
        }
    }
}
