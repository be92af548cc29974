// CommonJS libraries that require() these inside an ESM graph die with "Cannot require() ES Module
// in a cycle" under jest unless they were imported before (nestjs-cls#631).
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
import '@nestjs/swagger';
