/** Product keys: read however they are typed, checked, and recognised again without being kept. */
package org.activationdesk.productkey;
