package org.activationdesk.process.task;

/** Stands for a task class; a bean only where a test says so. */
public class BeanOfATask {}
