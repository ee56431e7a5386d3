package io.quarkiverse.binds.deployment;

import org.hibernate.query.spi.QueryImplementor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import io.quarkiverse.binds.runtime.changes.MutationQueries;
import io.quarkus.gizmo.Gizmo;

/** Adds a call of {@link MutationQueries} to the end of the method of a query class of Hibernate that executes an update. */
final class MutationQueryVisitor extends ClassVisitor {

    private static final String METHOD = "doExecuteUpdate";

    private final String className;
    private boolean found;

    MutationQueryVisitor(String className, ClassVisitor visitor) {
        super(Gizmo.ASM_API_VERSION, visitor);
        this.className = className;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (!name.equals(METHOD) || !descriptor.equals("()I")) {
            return method;
        }
        found = true;
        return new MethodVisitor(Gizmo.ASM_API_VERSION, method) {
            @Override
            public void visitInsn(int opcode) {
                if (opcode == Opcodes.IRETURN) { // the count is on the stack
                    super.visitInsn(Opcodes.DUP);
                    super.visitVarInsn(Opcodes.ALOAD, 0);
                    super.visitInsn(Opcodes.SWAP);
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(MutationQueries.class), "executed",
                            Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(QueryImplementor.class), Type.INT_TYPE),
                            false);
                }
                super.visitInsn(opcode);
            }

            @Override
            public void visitMaxs(int maxStack, int maxLocals) {
                super.visitMaxs(maxStack + 2, maxLocals);
            }
        };
    }

    @Override
    public void visitEnd() {
        if (!found) {
            throw new IllegalStateException(className + " has no method " + METHOD
                    + " any more: mutation queries cannot be observed with this version of Hibernate ORM");
        }
        super.visitEnd();
    }
}
