enum OpenClawCommandsModule {}
