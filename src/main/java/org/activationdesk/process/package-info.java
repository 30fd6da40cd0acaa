/**
 * The only room, with the Cockpit and sign-in ones, that knows the engine: names of the model, deployment, forms, and the
 * way from the record to the process ({@link org.activationdesk.process.EngineProcess}).
 */
package org.activationdesk.process;
