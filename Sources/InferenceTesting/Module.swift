enum InferenceTestingModule {}
