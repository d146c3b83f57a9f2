enum QwenSimulatorModule {}
