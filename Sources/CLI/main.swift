import ArgumentParser


