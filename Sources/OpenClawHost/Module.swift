enum OpenClawHostModule {}
