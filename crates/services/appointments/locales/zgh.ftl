# Waits for trusted Tifinagh.
