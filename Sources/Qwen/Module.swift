enum QwenModule {}
