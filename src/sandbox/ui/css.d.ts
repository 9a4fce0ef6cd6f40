/** Style sheets are bundled beside the script; importing one is enough. */
declare module '*.css';
